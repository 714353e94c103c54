/** Given names common in news in English, from many languages. Written for this project. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `
Aaron Abby Abdel Abdelaziz Abdul Abdullah Abdulla Abdulaziz Abdurrahman Abel Abigail Abraham Abu Adam Adele Adnan Adolf
Adrian Adriana Agnes Ahmad Ahmed Aidan Aisha Akbar Akihito Akira Alan Alain Alasdair Albert Alberto Aleksander
Aleksandr Aleksei Alessandra Alessandro Alex Alexa Alexander Alexandra Alexandre Alexandria Alexei Alexey Alexis Alfonso
Alfred Alfredo Ali Alice Alicia Alison Alistair Allan Allen Allison Alma Alpha Amal Amanda Amar Amber Amelia Amina Amir
Amit Amy Ana Anas Anastasia Anatoly Anders Andre André Andrea Andreas Andrei Andrés Andres Andrew Andrey Andrzej Andy
Angel Angela Angelina Angus Anita Ann Anna Annabel Anne Annie Anthony Antoine Anton Antonia Antonin Antonio António
Antony Anwar April Archie Ariel Aristotle Arlene Armand Arnold Art Arthur Artur Arturo Arun Arvind Asad Ash Ashley
Ashraf Asif Aslan Atiku Augusto Aung Austin Ava Avigdor Axel Ayman Ayesha Aziz Barack Barbara Barney Barry Bart Bashar
Bashir Beatrice Beau Becky Belinda Ben Benazir Benedict Benito Benjamin Benny Bernadette Bernard Bernie Bertrand Beth
Betty Bev Beverly Bill Billie Billy Blair Blake Bob Bobby Bogdan Boris Brad Bradley Brandon Brayan Brenda Brendan
Brenton Brent Brett Brian Brianna Bridget Brigitte Bruce Bruno Bryan Bryce Burhan Byron Caitlin Caleb Callum Calvin
Cameron Camila Camilla Carl Carla Carles Carlo Carlos Carmen Carol Carole Carolina Caroline Carolyn Carrie Casey
Caspar Catalina Cate Catherine Cathy Cecilia Cedric Cesar César Chad Chandler Charles Charlie Charlotte Che Chelsea
Cheryl Chester Chloe Chris Christian Christiane Christina Christine Christoph Christophe Christopher Christy Chuck
Cindy Claire Clara Clarence Clark Claude Claudia Claudio Clayton Clement Cliff Clifford Clinton Clint Clive Colin
Colleen Connor Conor Conrad Constance Cory Corey Courtney Craig Cristiano Cristina Curt Curtis Cynthia Cyril Cyrus
Daisy Dale Damien Damian Dan Dana Daniel Daniela Danielle Danny Dara Daria Darren Dave David Davis Dawn Dean Deborah
Debbie Deirdre Delphine Dennis Denis Denise Derek Derrick Desmond Diana Diane Diego Dieter Dilma Dimitri Dimitris Dina
Dirk Dmitri Dmitry Dominic Dominik Dominique Don Donald Donna Dora Doreen Doris Dorothy Doug Douglas Drew Duncan Dustin
Dwight Dwayne Dylan Earl Ed Eddie Edgar Edith Edmund Eduard Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Elias
Elijah Elisa Elisabeth Eliud Eliza Elizabeth Ella Ellen Elliot Elliott Elon Elsa Elton Emanuel Emily Emma Emmanuel
Emmanuelle Enrico Enrique Eric Erica Erich Erik Erika Erin Ernest Ernesto Esteban Esther Ethan Eugene Eva Evan Evelyn
Evo Ewan Fabian Fabio Fatima Fatou Faisal Farah Farouk Federica Federico Felicia Felicity Felipe Felix Ferdinand
Fernando Fidel Fiona Florence Floyd Frances Francesca Francesco Francis Francisco Franco Francois François Françoise
Frank Frankie Franklin Franz Fred Freddie Frederic Frederick Fredrik Friedrich Fuad Gabriel Gabriela Gabrielle Gareth
Garry Gary Gavin Gemma Gen Gene Geoff Geoffrey Georg George Georges Georgia Georgina Gerald Gerard Gerhard Geraldine Gerry
Ghulam Gideon Gianna Gianni Gilbert Gill Gina Giorgia Giovanni Giulia Giuseppe Gladys Glen Glenn Gloria Gonzalo Gordon
Grace Graciano Graham Grant Greg Gregor Gregory Greta Guido Guillaume Guillermo Gunther Gus Gustav Gustavo Guy Gwen
Hamid Hamza Hannah Hans Harold Harriet Harry Harrison Harvey Hasan Hashim Hassan Hatice Haider Haidar Heather Hector
Heidi Heiko Helen Helena Helmut Henri Henrik Henry Herbert Herman Hermann Hilary Hillary Hina Hiroshi Holly Hosni
Howard Hu Hubert Hugh Hugo Humza Hun Hussain Hussein Ian Ibrahim Ida Igor Ilham Ilya Imran Ingrid Iqbal Irene Irina
Iris Irma Isaac Isabel Isabella Isabelle Isla Ismail Ivan Ivana Ivanka Ivo Jack Jackie Jackson Jacob Jacqueline Jacques
Jacinda Jaime Jair Jake Jakub Jalal Jamal James Jamie Jan Jana Jane Janet Janice Janine Jared Jarosław Jason Jasper
Javad Javier Jay Jean Jeanette Jeanine Jeb Jeff Jefferson Jeffrey Jelena Jen Jenna Jennifer Jenny Jens Jeremiah Jeremy
Jerome Jerry Jesse Jessica Jessie Jesus Jesús Jill Jim Jimmy Jo Joachim Joan Joann Joanna Joanne João Joao Jocelyn Jody
Joe Joel Johan Johann Johannes John Johnny Jon Jonah Jonas Jonathan Jordan Jordi Jorge Jörg José Jose Josef Joseph
Josephine Josh Joshua Joy Joyce Juan Judith Judy Julia Julian Juliana Julie Julien Juliet Julio Julius Julián June
Jürgen Justin Justine Kaja Kamal Kamala Karen Karim Karin Karl Karsten Karzai Kate Katarina Katharine Katherine Kathleen
Kathryn Kathy Katie Katrin Kay Kayla Keir Keith Kelly Kelvin Ken Kenneth Kenny Kent Kerry Kevin Khaled Khalid Khalil
Kim Kimberly Kirk Kirsten Klaus Kofi Konrad Konstantin Kris Kristen Kristin Kristina Kurt Kwame Kyle Kyriakos Lara
Larry Lars Laszlo László Laura Lauren Laurence Laurent Lawrence Layla Lea Leah Lee Leila Leo Leon Leonard Leonardo
Leonel Leonid Leopold Leroy Leslie Lester Levi Lewis Li Liam Lilian Lily Linda Lindsay Lindsey Lionel Lisa Liu Liz Lloyd
Logan Lorenzo Loretta Lori Louis Louisa Louise Luca Lucas Lucia Lucy Luis Luigi Luiz Luka Lukas Luke Lula Lydia Lyndon
Lynn Maddie Madeleine Madison Maggie Magnus Mahathir Mahinda Mahmoud Mahmud Maia Malala Malcolm Malik Manfred Manmohan
Manuel Marc Marcel Marcelo Marcin Marco Marcos Marcus Margaret Margarita Margot Maria María Mariah Mariam Marian Marianne
Marie Marilyn Marina Marine Mario Mariano Marion Marisa Marjorie Mark Markus Marlene Martha Martin Martina Marvin Mary
Maryam Masood Masoud Massoud Mateusz Mathias Matt Matteo Matthew Matthias Maureen Maurice Mauricio Max Maxim Maxime
Maximilian Maya Meerjady Megan Meghan Mehmet Mel Melanie Melania Melinda Melissa Meredith Merkel Mia Michael Michał
Michel Michele Michelle Miguel Mikael Mike Mikhail Milan Mildred Milo Miloš Mimi Miranda Miriam Mitch Mitchell Mitt
Mohamed Mohammad Mohammed Mohamud Mohsen Moira Molly Monica Monika Monique Morgan Morris Moshe Mostafa Muammar Muhammad
Muhammadu Mukhtar Muqtada Murat Mustafa Myles Myra Nabil Nadia Nadine Nana Nancy Naomi Napoleon Narendra Nasser Natalia
Natalie Natasha Nathan Nathaniel Nawaz Nayib Ned Neil Nelson Newt Nguyen Nicholas Nick Nicky Nicola Nicolas Nicolás
Nicole Nicky Nigel Nikita Nikki Nikol Nikola Nikolai Nikolas Nina Noah Noel Nora Norma Norman Nouri Nuno Oleg Olga
Olive Oliver Olivia Olivier Olaf Olena Omar Ophelia Oprah Orlando Oscar Osama Otto Owen Pablo Paddy Pamela Paola Paolo
Pascal Pat Patricia Patrick Patti Paul Paula Paulo Pauline Paweł Pavel Pedro Peggy Penelope Penny Percy Perry Pervez
Pete Peter Petr Petra Petro Phil Philip Philippa Philippe Phillip Phoebe Phyllis Pierre Pierluigi Piers Pietro Piotr
Polly Prabowo Pranab Prayuth Priti Priya Priyanka Qasem Quentin Rachel Rafael Rahul Raj Rajiv Ralph Ramon Ramzan Rand
Randall Randy Raphael Rashid Raul Raúl Ravi Ray Raymond Rebecca Recep Reem Reggie Regina Reginald Rehman Reinhard Renee
René Reuben Rex Ricardo Riccardo Richard Rick Ricky Rishi Rita Robert Roberta Roberto Robin Rod Roderick Rodney Rodrigo
Rodrigue Roger Roland Rolf Roman Ron Ronald Ronnie Rory Rosa Rosalind Rose Rosemary Ross Rowan Roxanne Roy Ruben Rudi
Rudolf Rudolph Rudy Rupert Russ Russell Rustam Ruth Ryan Sabrina Saddam Sadiq Saeed Said Sajid Salim Sally Salman
Salvador Salvatore Sam Samantha Samira Samuel Sandra Sanjay Santiago Sara Sarah Sasha Saud Scott Sean Sebastian Seamus
Selena Serena Serge Sergei Sergey Sergio Seth Shane Shannon Sharon Shaun Shauna Shawn Sheila Shelley Sherman Shimon
Shinzo Shirley Sibel Sidney Siegfried Sigmund Silvia Silvio Simon Simone Sinéad Skye Slobodan Sofia Sonia Sophia Sophie
Spencer Stacey Stan Stanislav Stanley Stefan Stefanie Stella Stephan Stephane Stephanie Stephen Steve Steven Stewart
Stuart Sue Suella Suleiman Sultan Sunil Susan Susanna Susanne Susie Suzanne Sven Svetlana Sydney Sylvester Sylvia Syed
Tamara Tammy Tania Tanya Tara Tariq Tatiana Tayyip Ted Terence Teresa Terri Terry Thabo Thaksin Theo Theodor Theodore
Theresa Thérèse Thomas Tiffany Tim Timothy Tina Toby Todd Tom Tomas Tomasz Tommy Toni Tony Tracey Tracy Travis Trevor
Tristan Troy Tulsi Tyler Tyrone Uhuru Ulf Ulrich Ursula Uwe Václav Valentina Valerie Valery Vanessa Vasily Vera Vernon
Veronica Vicky Victor Victoria Vijay Viktor Vincent Vince Vinnie Viola Violet Virgil Vitali Vitaly Vivian Vlad Vladimir
Volodymyr Wade Wallace Walter Wanda Warren Wayne Wen Wendy Wesley Wilfred Wilhelm Will Willem William Willie Willy
Wilma Winnie Winston Wolfgang Woodrow Xavier Xi Yang Yanis Yasser Yasir Yevgeny Yitzhak Yogi Yoko Yoshihide Youssef
Yousef Yulia Yuri Yusuf Yves Yvette Yvonne Zac Zach Zachary Zara Zayn Zelda Zhang Zine Zoe Zoran Zoë
`
    .trim()
    .split(/\s+/),
)
